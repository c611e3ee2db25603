# Sourced by run.sh and bench.sh: builds the program as it is run, with machine code ahead of time where its compiler is to be had.
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
