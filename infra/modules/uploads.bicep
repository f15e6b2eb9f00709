// The second phase, after the code is deployed: tell SummarizeArticle of every upload. Event Grid asks the app to
// confirm the address, so the app must be running; the address carries a key that the app makes at its first start.
// The key is read here, inside the deployment, and is neither a parameter nor an output.

@description('Name of the function app.')
param functionAppName string

@description('Name of the Event Grid topic of the storage account.')
param topicName string

var webhook = 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs'
var uploadKey = listKeys('${app.id}/host/default', '2024-04-01').systemKeys.blobs_extension

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'uploads'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: '${webhook}?functionName=Host.Functions.SummarizeArticle&code=${uploadKey}'
        maxEventsPerBatch: 1
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      // The trailing part keeps out containers whose names only begin alike.
      subjectBeginsWith: '/blobServices/default/containers/articles/blobs/'
    }
    retryPolicy: {
      // A day, the most there is: an app that is away for less misses nothing.
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
  }
}
