# Sourced by run.sh, test.sh and bench.sh: what they need of the machine, and of the runtime.

# For compilers and tests: what pays in a process that runs for days costs one of minutes more than it gives: profiles for later optimizing,
# optimizing what was called thirty times (1,024 here: the pages' tests take a fifth less of the processor), a collector in the background,
# collections of young objects every few hundred kilobytes (a third of the compiler's processor time together).
short_lived=(DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=0x400 DOTNET_gcConcurrent=0 DOTNET_GCgen0size=0x4000000)

# Installs Debian packages that are missing, says what it does, and says what to do where it cannot.
need_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
            local sudo=sudo
        else
            echo "缺少系统软件包：${missing[*]}" >&2
            echo "请由管理员运行：sudo apt-get install --no-install-recommends ${missing[*]}" >&2
            return 4
        fi
    fi
    echo "安装系统软件包：${missing[*]}"
    local log; log=$(mktemp)
    if ! { ${sudo:-} apt-get update && DEBIAN_FRONTEND=noninteractive ${sudo:-} apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
        tail -20 "$log" >&2
        echo "系统软件包安装失败，完整记录见 $log" >&2
        return 4
    fi
    rm -f "$log"
}

need_dotnet() {
    command -v dotnet >/dev/null 2>&1 && return 0
    echo "没有找到 dotnet。请先安装 .NET SDK 10（版本见 global.json）。" >&2
    return 4
}

# Node bundles the pages' scripts and styles at build and runs the typesetting; any Node 18 or later will do, wherever it came from.
need_node() {
    command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 && return 0
    need_packages nodejs npm
}
