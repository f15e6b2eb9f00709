# Runs before azd makes the resources. The private network's subnet is delegated to Microsoft.App, and a subscription that
# never used it refuses that until the provider is registered. Registering again does no harm.
$ErrorActionPreference = 'Stop'

if ($env:SUMMARIZER_PRIVATE_NETWORK -ne 'true') { exit 0 }
if (-not $env:AZURE_SUBSCRIPTION_ID) { throw 'AZURE_SUBSCRIPTION_ID is not set; run this through azd, which sets it.' }
if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
    throw 'The Azure CLI (az) is missing; install it, run az login, then azd up again.'
}

az provider register --namespace Microsoft.App --subscription $env:AZURE_SUBSCRIPTION_ID --wait --only-show-errors
if ($LASTEXITCODE -ne 0) { throw 'The resource provider Microsoft.App could not be registered; its owner must do it: az provider register --namespace Microsoft.App' }
Write-Host 'The resource provider Microsoft.App is registered.'
