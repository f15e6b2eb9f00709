// The model: an Azure OpenAI account that takes identities only, and one deployment.

@description('Name of the account, and of its subdomain.')
param name string

@description('Azure region; it must offer the model.')
param location string

@description('Tags of the resources.')
param tags object

@description('Model to deploy; the deployment has its name.')
param modelName string

@description('Version of the model.')
param modelVersion string

@allowed(['GlobalStandard', 'DataZoneStandard', 'Standard'])
@description('Where the model may run.')
param modelSku string

@minValue(1)
@maxValue(10000)
@description('Thousands of tokens a minute.')
param capacity int

@description('Whether the account is reached through a private endpoint only.')
param privateNetwork bool

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: name
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: privateNetwork ? 'Deny' : 'Allow' }
  }
}

resource deployment 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {
  parent: account
  name: modelName
  sku: {
    name: modelSku
    capacity: capacity
  }
  properties: {
    model: {
      format: 'OpenAI'
      name: modelName
      version: modelVersion
    }
    // A model changes under no one's feet: prompts and thresholds were measured on this version.
    versionUpgradeOption: 'OnceCurrentVersionExpired'
  }
}

@description('Resource id of the account.')
output id string = account.id

@description('Name of the account, for role assignments.')
output name string = account.name

@description('Address of the account\'s v1 endpoint.')
output endpoint string = '${account.properties.endpoint}openai/v1/'
