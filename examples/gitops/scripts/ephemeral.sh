#!/bin/sh
# Writes the tenants of a pull request's own staging: ephemeral.sh NUMBER FOLDER TENANT...
# Each lies over the tenant of production; names begin with staging-pr-NUMBER-, which `sweep` looks for.
set -eu
number=$1 folder=$2
shift 2
mkdir -p "$folder"
for tenant in "$@"; do
  cat > "$folder/$tenant.yaml" <<YAML
extends: ../tenants/$tenant.yaml
stack: pr-$number-$tenant
organization:
  name: staging-pr-$number-$tenant
  forceDestroy: true
YAML
done
