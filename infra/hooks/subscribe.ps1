# Runs after azd has deployed the code: subscribes SummarizeArticle to uploads (infra/modules/uploads.bicep).
$ErrorActionPreference = 'Stop'

foreach ($name in 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP', 'SUMMARIZER_FUNCTION_APP', 'SUMMARIZER_UPLOAD_TOPIC', 'SUMMARIZER_URL') {
    if (-not [Environment]::GetEnvironmentVariable($name)) { throw "$name is not set; run azd provision first." }
}
if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
    throw 'The Azure CLI (az) is missing; install it, run az login, then: azd hooks run postdeploy'
}

foreach ($attempt in 1..10) {
    # A request wakes the app; its blob extension makes the key at the first start.
    try { Invoke-WebRequest -Uri "$env:SUMMARIZER_URL/api/health" -TimeoutSec 60 -SkipHttpErrorCheck | Out-Null }
    catch { Write-Host "The app does not answer yet: $($_.Exception.Message)" }

    az deployment group create --only-show-errors --output none `
        --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $env:AZURE_RESOURCE_GROUP --name uploads `
        --template-file infra/modules/uploads.bicep `
        --parameters "functionAppName=$env:SUMMARIZER_FUNCTION_APP" "topicName=$env:SUMMARIZER_UPLOAD_TOPIC"
    if ($LASTEXITCODE -eq 0) {
        Write-Host 'Uploads into articles now start SummarizeArticle.'
        exit 0
    }
    Write-Host "The app does not confirm yet (try $attempt of 10)."
    Start-Sleep -Seconds 30
}

throw 'Uploads are not noticed yet. See why the app does not start, then: azd hooks run postdeploy'
