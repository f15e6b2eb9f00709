// Everything that one environment of Summarizer needs, in a resource group of its own. No secret goes in or comes out.
targetScope = 'subscription'

@minLength(1)
@maxLength(40)
@description('Name of the environment, as given to azd; part of every name.')
param environmentName string

@minLength(1)
@description('Azure region of all resources; it must offer the Flex Consumption plan.')
@metadata({ azd: { type: 'location' } })
param location string

@description('Object id of the person or pipeline that deploys, who then may upload articles and read results; empty for nobody.')
param principalId string = ''

@allowed(['User', 'ServicePrincipal', 'Group'])
@description('What the principal is.')
param principalType string = 'User'

@allowed(['embedded', 'openai'])
@description('Which engine summarises. openai also makes an Azure OpenAI account and a model deployment.')
param engine string = 'embedded'

// Models retire: https://learn.microsoft.com/azure/ai-foundry/openai/concepts/model-retirements publishes the schedule.
// This version is listed there until 2027-03-18; choose the next one before.
@description('Model to deploy where the engine is openai.')
@minLength(1)
param modelName string = 'gpt-5.4-mini'

@description('Version of the model.')
@minLength(1)
param modelVersion string = '2026-03-17'

@allowed(['GlobalStandard', 'DataZoneStandard', 'Standard'])
@description('Where the model may run: anywhere, in the data zone, or in the region alone.')
param modelSku string = 'GlobalStandard'

@minValue(1)
@maxValue(10000)
@description('Model capacity, in thousands of tokens a minute.')
param modelCapacity int = 50

@minValue(0)
@description('Tokens a UTC day, in and out together, beyond which articles wait for the next day; 0 for no limit.')
param dailyTokenBudget int = 2000000

@minValue(1)
@maxValue(20)
@description('Sentences in a summary.')
param summarySentences int = 3

@minValue(1)
@maxValue(104857600)
@description('Bytes of the largest upload that is read.')
param articleMaxBytes int = 10485760

@minValue(1)
@maxValue(1000)
@description('Instances at most; with the concurrency it bounds what the app can cost.')
param maximumInstances int = 40

@allowed([512, 2048, 4096])
@description('Memory of an instance, in MB.')
param instanceMemory int = 2048

@minValue(1)
@maxValue(1000)
@description('HTTP requests that one instance takes at once.')
param httpConcurrency int = 32

@description('Whether storage and the model are reached over a private network only. Uploads then go over HTTP.')
param privateNetwork bool = false

@description('Origins whose pages may call the API, such as https://news.example; the platform answers their preflights.')
param allowedOrigins array = []

@minValue(30)
@maxValue(730)
@description('Days that logs are kept.')
param logRetentionDays int = 30

@minValue(1)
@maxValue(1000)
@description('Gigabytes of logs a day, beyond which none are taken in until the next day.')
param logDailyQuota int = 1

@minValue(1)
@maxValue(365)
@description('Days that removed articles and results can be taken back.')
param removedKeptDays int = 7

@description('More app settings, such as Stances__Watch__0; names as in the README.')
param extraSettings object = {}

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var withModel = engine == 'openai'

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-summarizer-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-${token}'
    insightsName: 'appi-${token}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyQuota: logDailyQuota
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'st${token}'
    topicName: 'evgt-${token}'
    location: location
    tags: tags
    privateNetwork: privateNetwork
    removedKeptDays: removedKeptDays
  }
}

module model 'modules/openai.bicep' = if (withModel) {
  name: 'model'
  scope: group
  params: {
    name: 'oai-${token}'
    location: location
    tags: tags
    modelName: modelName
    modelVersion: modelVersion
    modelSku: modelSku
    capacity: modelCapacity
    privateNetwork: privateNetwork
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  scope: group
  params: {
    name: 'vnet-${token}'
    location: location
    tags: tags
    storageId: storage.outputs.id
    modelId: withModel ? model!.outputs.id : ''
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  scope: group
  params: {
    storageName: storage.outputs.name
    insightsName: monitoring.outputs.insightsName
    modelAccountName: withModel ? model!.outputs.name : ''
    appPrincipalId: identity.outputs.principalId
    personPrincipalId: principalId
    personPrincipalType: principalType
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  // The app reads its package and its keys with the identity from its first second on.
  dependsOn: [roles]
  params: {
    name: 'func-${token}'
    planName: 'plan-${token}'
    location: location
    tags: union(tags, { 'azd-service-name': 'functions' })
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    packageContainer: storage.outputs.packageContainer
    insightsConnection: monitoring.outputs.connectionString
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    maximumInstances: maximumInstances
    instanceMemory: instanceMemory
    httpConcurrency: httpConcurrency
    allowedOrigins: allowedOrigins
    engine: engine
    modelEndpoint: withModel ? model!.outputs.endpoint : ''
    modelDeployment: withModel ? modelName : ''
    dailyTokenBudget: dailyTokenBudget
    summarySentences: summarySentences
    articleMaxBytes: articleMaxBytes
    extraSettings: extraSettings
  }
}

@description('Region of the environment.')
output AZURE_LOCATION string = location

@description('Resource group of the environment; the second phase deploys into it.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Address of the page and the API.')
output SUMMARIZER_URL string = app.outputs.url

@description('Name of the function app; the second phase subscribes it to uploads.')
output SUMMARIZER_FUNCTION_APP string = app.outputs.name

@description('Name of the storage account with the containers articles and results.')
output SUMMARIZER_STORAGE_ACCOUNT string = storage.outputs.name

@description('Name of the Event Grid topic that tells of uploads.')
output SUMMARIZER_UPLOAD_TOPIC string = storage.outputs.topicName
