#!/bin/sh
# Runs after azd has deployed the code: subscribes SummarizeArticle to uploads (infra/modules/uploads.bicep).
set -eu

: "${AZURE_SUBSCRIPTION_ID:?run this through azd, which sets it}"
: "${AZURE_RESOURCE_GROUP:?run azd provision first}"
: "${SUMMARIZER_FUNCTION_APP:?run azd provision first}"
: "${SUMMARIZER_UPLOAD_TOPIC:?run azd provision first}"
: "${SUMMARIZER_URL:?run azd provision first}"

command -v az >/dev/null || { echo "The Azure CLI (az) is missing; install it, run az login, then: azd hooks run postdeploy" >&2; exit 1; }

attempt=1
while [ "$attempt" -le 10 ]; do
  # A request wakes the app; its blob extension makes the key at the first start.
  curl -sS -o /dev/null --max-time 60 "$SUMMARIZER_URL/api/health" || true
  if az deployment group create --only-show-errors --output none \
    --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" --name uploads \
    --template-file infra/modules/uploads.bicep \
    --parameters "functionAppName=$SUMMARIZER_FUNCTION_APP" "topicName=$SUMMARIZER_UPLOAD_TOPIC"; then
    echo "Uploads into articles now start SummarizeArticle."
    exit 0
  fi
  echo "The app does not confirm yet (try $attempt of 10)."
  attempt=$((attempt + 1))
  sleep 30
done

echo "Uploads are not noticed yet. See why the app does not start, then: azd hooks run postdeploy" >&2
exit 1
