// The Functions app on Flex Consumption: Linux, .NET 10 isolated worker, one user-assigned identity for everything.

@description('Name of the app, and of its subdomain.')
param name string

@description('Name of the plan.')
param planName string

@description('Azure region.')
param location string

@description('Tags of the app; azd finds it by azd-service-name.')
param tags object

@description('Resource id of the identity.')
param identityId string

@description('Client id of the identity.')
param identityClientId string

@description('Address of the blob service.')
param blobEndpoint string

@description('Address of the queue service.')
param queueEndpoint string

@description('Container that the package is deployed to.')
param packageContainer string

@description('Where telemetry goes.')
param insightsConnection string

@description('Subnet that the app calls out from; empty for none.')
param subnetId string

@minValue(1)
@maxValue(1000)
@description('Instances at most.')
param maximumInstances int

@allowed([512, 2048, 4096])
@description('Memory of an instance, in MB.')
param instanceMemory int

@minValue(1)
@maxValue(1000)
@description('HTTP requests that one instance takes at once.')
param httpConcurrency int

@description('Origins whose pages may call the API.')
param allowedOrigins array

@allowed(['embedded', 'openai'])
@description('Which engine summarises.')
param engine string

@description('Address of the model\'s v1 endpoint; empty without a model.')
param modelEndpoint string

@description('Name of the model\'s deployment; empty without a model.')
param modelDeployment string

@minValue(0)
@description('Tokens a UTC day; 0 for no limit.')
param dailyTokenBudget int

@minValue(1)
@maxValue(20)
@description('Sentences in a summary.')
param summarySentences int

@minValue(1)
@maxValue(104857600)
@description('Bytes of the largest upload that is read.')
param articleMaxBytes int

@description('More app settings.')
param extraSettings object

// Each name stands for one setting of the app, of the Functions host or of the identity library; a test holds them to the code.
var settings = {
  ArticleStorage__blobServiceUri: blobEndpoint
  ArticleStorage__queueServiceUri: queueEndpoint
  ArticleStorage__credential: 'managedidentity'
  ArticleStorage__clientId: identityClientId
  Articles__MaxBytes: string(articleMaxBytes)
  Summary__Sentences: string(summarySentences)
  Engine: engine
  AzureWebJobsStorage__blobServiceUri: blobEndpoint
  AzureWebJobsStorage__queueServiceUri: queueEndpoint
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsDisableHomepage: 'true'
  'AzureWebJobs.SummarizeArticle.Disabled': 'false'
  'AzureWebJobs.SummarizeArticleByScan.Disabled': 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  AZURE_CLIENT_ID: identityClientId
}

var modelSettings = empty(modelEndpoint) ? {} : {
  OpenAI__Endpoint: modelEndpoint
  OpenAI__Model: modelDeployment
}

var budgetSettings = empty(modelEndpoint) || dailyTokenBudget == 0 ? {} : {
  OpenAI__DailyTokenBudget: string(dailyTokenBudget)
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      cors: {
        allowedOrigins: allowedOrigins
      }
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: instanceMemory
        triggers: {
          http: {
            perInstanceConcurrency: httpConcurrency
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(extraSettings, settings, modelSettings, budgetSettings)
}

// Deployment is by identity; the user name and password that come with an app are switched off.
resource ftp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource scm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

@description('Name of the app.')
output name string = app.name

@description('Address of the page and the API.')
output url string = 'https://${app.properties.defaultHostName}'
