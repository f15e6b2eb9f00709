#!/bin/sh
# Runs before azd makes the resources. The private network's subnet is delegated to Microsoft.App, and a subscription that
# never used it refuses that until the provider is registered. Registering again does no harm.
set -eu

[ "${SUMMARIZER_PRIVATE_NETWORK:-false}" = "true" ] || exit 0
: "${AZURE_SUBSCRIPTION_ID:?run this through azd, which sets it}"

command -v az >/dev/null || { echo "The Azure CLI (az) is missing; install it, run az login, then azd up again." >&2; exit 1; }

az provider register --namespace Microsoft.App --subscription "$AZURE_SUBSCRIPTION_ID" --wait --only-show-errors
echo "The resource provider Microsoft.App is registered."
