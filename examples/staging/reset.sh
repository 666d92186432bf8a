#!/bin/sh
# Staging as production is declared, and nothing else: reset.sh [STACK]
set -eu
stack=${1:-staging}
if [ "$stack" = production ]; then
  echo "reset.sh is not for production." >&2
  exit 64
fi
pulumi destroy --stack "$stack" --yes --skip-preview --non-interactive
pulumi up --stack "$stack" --yes --skip-preview --non-interactive
