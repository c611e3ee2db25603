# Sourced by run.sh, bench.sh, test.sh and build/checks.sh.

# build_program ROOT: the program as it is run, with machine code ahead of time where its compiler is to be had.
build_program() {
    local project="$1/src/FinalAccounts.Cli" log ahead=true
    log=$(mktemp)
    dotnet restore --nologo -v quiet "$project" -p:CompileAhead=true >"$log" 2>&1 || ahead=false
    if { [ $ahead = true ] || dotnet restore --nologo -v quiet "$project" >"$log" 2>&1; } &&
        env "${short_lived[@]}" dotnet build -c Release --nologo -v quiet --no-restore "$project" -p:CompileAhead=$ahead >"$log" 2>&1; then
        rm -f "$log"
        return 0
    fi
    cat "$log" >&2
    rm -f "$log"
    return 4
}

# build_solution ROOT OPTION…: everything, with the tests; warnings are errors.
build_solution() {
    # The database's library as machine code, 12 processor seconds once: each process that a test starts needs two less to begin.
    local ahead=(-p:CompileAhead=true -p:AheadNames=%3BMicrosoft.EntityFrameworkCore%3BMicrosoft.EntityFrameworkCore.Relational%3B)
    dotnet restore --nologo -v quiet "$1/FinalAccounts.sln" "${ahead[@]}" >/dev/null 2>&1 || ahead=()
    env "${short_lived[@]}" dotnet build --nologo -v quiet -c Release "$1/FinalAccounts.sln" "${ahead[@]}" "${@:2}"
}
