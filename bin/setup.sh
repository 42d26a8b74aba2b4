# shellcheck shell=bash
# Finds, and where it may installs, what the other scripts need. Sourced, not run.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() {
  printf 'peyvand: %s\n' "$*" >&2
  exit 1
}

# The major version of the Java in a home directory, 0 when there is none.
java_major() {
  local release="$1/release" version
  [ -x "$1/bin/javac" ] && [ -r "$release" ] || { echo 0; return; }
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release")
  echo "${version:-0}"
}

find_java() {
  local home best="" best_major=24 major
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    [ -n "$home" ] || continue
    major=$(java_major "$home")
    if [ "$major" -gt "$best_major" ]; then
      best=$home
      best_major=$major
      [ "$home" = "${JAVA_HOME:-}" ] && break
    fi
  done
  [ -n "$best" ] || fail "a JDK 25 or later is needed; install one under /usr/lib/jvm or set JAVA_HOME to it."
  export JAVA_HOME=$best PATH="$best/bin:$PATH"
}

# install_packages WHAT-FOR PACKAGE...: as root by apt-get, else one clear line.
install_packages() {
  local what="$1"
  shift
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $* for $what ..."
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  else
    fail "$what is missing; install it with: sudo apt-get install $*"
  fi
}

node_major() {
  command -v node >/dev/null || { echo 0; return; }
  node --version | sed 's/^v\([0-9]*\).*/\1/'
}

find_node() {
  if [ "$(node_major)" -lt 20 ] || ! command -v npm >/dev/null; then
    install_packages "Node 20 or later with npm" nodejs npm
  fi
  [ "$(node_major)" -ge 20 ] || fail "Node 20 or later is needed, but $(node --version) is installed."
}

find_maven() {
  if command -v mvn >/dev/null; then
    MAVEN=mvn
    return
  fi
  command -v curl >/dev/null || command -v wget >/dev/null || install_packages "a download tool" curl ca-certificates
  command -v unzip >/dev/null || install_packages "unzip" unzip
  MAVEN=./mvnw
}

maven() {
  MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
    "$MAVEN" -B -ntp -Dstyle.color=never "$@"
}

find_chromium() {
  local name
  for name in "${PEYVAND_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && command -v "$name" >/dev/null && "$name" --version >/dev/null 2>&1; then
      PEYVAND_CHROMIUM=$(command -v "$name")
      export PEYVAND_CHROMIUM
      return
    fi
  done
  if [ -z "${chromium_tried:-}" ]; then
    chromium_tried=yes
    install_packages "Chromium" chromium
    find_chromium
    return
  fi
  fail "no Chromium that starts was found; install one and name its program in PEYVAND_CHROMIUM."
}

# Runs the program from the packaged jar when that is the newest, else from the compiled classes.
run_peyvand() {
  if [ target/peyvand.jar -nt target/classes/org/peyvand/Peyvand.class ]; then
    exec "$JAVA_HOME/bin/java" -jar target/peyvand.jar "$@"
  fi
  if [ ! -f target/classpath ]; then
    find_node
    find_maven
    compile_for_running
  fi
  exec "$JAVA_HOME/bin/java" -cp "target/classes:$(cat target/classpath)" org.peyvand.Peyvand "$@"
}

compile_for_running() {
  maven -q -Pquick -Dnpm.skip=false compile dependency:build-classpath \
    -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime
}

# How the program is started, and measured.
read -r -a java_options <<<"${PEYVAND_JAVA_OPTIONS:--XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms64m -Xmx1g -Xss512k}"
java_options+=(--enable-native-access=ALL-UNNAMED)
