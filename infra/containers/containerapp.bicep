// Summarizer.Host as an Azure Container App beside a storage account that exists, instead of the function app. An
// example on its own: azd does not deploy it. No secret goes in: the API's key is read from a vault with the identity.
//   az deployment group create -g GROUP -f infra/containers/containerapp.bicep -p …

@minLength(2)
@maxLength(32)
@description('Name of the app, and of its subdomain.')
param name string = 'summarizer'

@description('Azure region.')
param location string = resourceGroup().location

@description('Tags of the resource.')
param tags object = {}

@description('Resource id of the Container Apps environment.')
param environmentId string

@description('The image, with its registry and tag or digest.')
param image string

@description('Registry that the identity may pull from, such as NAME.azurecr.io.')
param registry string

@description('Name of the user-assigned identity. It needs AcrPull on the registry, Storage Blob Data Contributor and Storage Queue Data Contributor on the account, and Key Vault Secrets User on the vault.')
param identityName string

@minLength(3)
@maxLength(24)
@description('Name of the storage account.')
param storageName string

@description('Address of the vault entry with what clients send as x-functions-key.')
param vaultEntryUri string

@minValue(1)
@maxValue(30)
@description('Replicas at most. One runs always: uploads are noticed by a host that lists the container.')
param maximumReplicas int = 4

@minValue(1)
@maxValue(1024)
@description('Articles that one replica works on at once.')
param articlesAtOnce int = 4

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName
}

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: environmentId
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        allowInsecure: false
        targetPort: 8080
        transport: 'http'
      }
      registries: [
        {
          server: registry
          identity: identity.id
        }
      ]
      secrets: [
        {
          name: 'api-key'
          keyVaultUrl: vaultEntryUri
          identity: identity.id
        }
      ]
    }
    template: {
      // SIGTERM finishes what is in flight, or hands it back, within 25 s.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'summarizer'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: [
            { name: 'ArticleStorage__blobServiceUri', value: storage.properties.primaryEndpoints.blob }
            { name: 'ArticleStorage__queueServiceUri', value: storage.properties.primaryEndpoints.queue }
            { name: 'ArticleStorage__clientId', value: identity.properties.clientId }
            { name: 'Articles__Parallel', value: string(articlesAtOnce) }
            { name: 'Api__Key', secretRef: 'api-key' }
          ]
          probes: [
            {
              // Health asks storage: without it the replica gets no requests, and is not killed for that.
              type: 'Readiness'
              httpGet: { path: '/api/health', port: 8080 }
              periodSeconds: 10
              timeoutSeconds: 8
            }
            {
              type: 'Liveness'
              tcpSocket: { port: 8080 }
              initialDelaySeconds: 10
              periodSeconds: 10
            }
          ]
        }
      ]
      scale: {
        minReplicas: 1
        maxReplicas: maximumReplicas
        rules: [
          {
            // New uploads make work that the queue never sees.
            name: 'work'
            custom: {
              type: 'cpu'
              metadata: { type: 'Utilization', value: '70' }
            }
          }
          {
            // Articles that are due and not taken yet; those that wait on purpose are invisible and do not count.
            name: 'waiting'
            custom: {
              type: 'azure-queue'
              metadata: {
                accountName: storageName
                queueName: 'article-retries'
                queueLength: '8'
                queueLengthStrategy: 'visibleonly'
              }
              identity: identity.id
            }
          }
        ]
      }
    }
  }
}

@description('Address of the page and the API.')
output url string = 'https://${app.properties.configuration.ingress.fqdn}'
