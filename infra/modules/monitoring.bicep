// Logs and telemetry. Telemetry comes in with the app's identity; the instrumentation key opens nothing.

@description('Name of the Log Analytics workspace.')
param workspaceName string

@description('Name of the Application Insights component.')
param insightsName string

@description('Azure region.')
param location string

@description('Tags of the resources.')
param tags object

@minValue(30)
@maxValue(730)
@description('Days that logs are kept.')
param retentionDays int

@minValue(1)
@maxValue(1000)
@description('Gigabytes of logs a day, beyond which none are taken in until the next day.')
param dailyQuota int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    // Telemetry must not cost more than what it tells of.
    workspaceCapping: { dailyQuotaGb: dailyQuota }
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

@description('Name of the component, for role assignments.')
output insightsName string = insights.name

@description('Where telemetry goes. Not a secret: without the role it takes nothing in.')
output connectionString string = insights.properties.ConnectionString
