#!/usr/bin/env bash
# Makes the pictures of docs/window.md: docs/images/make-window-pictures.sh [DIALSCOPE-GUI]
set -euo pipefail
cd "$(dirname "$0")/../.."
window=${1:-build/release/gui/dialscope-gui}
export QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='*=false'

picture() {  # NAME ARGUMENT...
    local name=$1
    shift
    "$window" "$@" --screenshot "docs/images/window-$name.png" 2>/dev/null
}

picture welcome --theme light --size 1180x640
picture replay dialplans/seven-hundred.xml --css Phones --dial 70012 --theme light --size 1280x800
picture closest dialplans/closest-match.xml --css Phones --dial 1311 --step 5 --theme dark --size 1280x800
picture compare dialplans/seven-hundred.xml --css Phones --dial 70012 --perspective compare --theme light --size 1280x800
