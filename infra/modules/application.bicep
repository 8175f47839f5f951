metadata description = 'The app with its settings, and the roles of its identity.'

import { blobsOf, names, tablesOf, vaultOf } from '../names.bicep'
import { labels } from '../types.bicep'

param known names
param location string
param tags labels
param subnetId string
param connectionString string
param identity string
param sender string
param teamsAppId string
param teamsRecipients string
param otlpEndpoint string
param allowedClients string[]
param alwaysReady int

// Each is an option of the host and each option is here (tested); optional ones only where they have a value.
var settings = union(
  {
    Storage__BlobEndpoint: blobsOf(known.exchangeAccount)
    Storage__TableEndpoint: tablesOf(known.exchangeAccount)
    Audit__BlobEndpoint: blobsOf(known.auditAccount)
    Drop__BlobEndpoint: blobsOf(known.dropAccount)
    AfterRestore: 'false'
    Vaults__Exchange: vaultOf(known.exchangeVault)
    Vaults__System: vaultOf(known.systemVault)
    Graph__BaseAddress: 'https://graph.microsoft.com/v1.0'
    Graph__Sender: sender
    PersonQueries__PerStaff: '20'
    PersonQueries__PerParty: '60'
    SigningKeys__Years: '1'
    SigningKeys__Withdrawn: ''
    Identity: identity
  },
  empty(teamsAppId) ? {} : { Graph__TeamsAppId: teamsAppId, Graph__TeamsRecipients: teamsRecipients }
)

// What the platform and the libraries read.
var platform = union(
  {
    AzureWebJobsStorage__accountName: known.hostAccount
    APPLICATIONINSIGHTS_CONNECTION_STRING: connectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD'
    // DefaultAzureCredential tries the managed identity and nothing else.
    AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
    // Bytes of a request's body (by default 104857600): what the app lets its largest file take, an extract of 200 MB (tested). Its front takes 210 MB.
    FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '235995136'
    // No dumps and no debugger: both would hold keys and content (threat model).
    DOTNET_EnableDiagnostics: '0'
  },
  empty(otlpEndpoint) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint }
)

module definitions 'role-definitions.bicep' = {}

module app 'function-app.bicep' = {
  params: {
    name: known.app
    location: location
    tags: tags
    subnetId: subnetId
    packageContainer: '${blobsOf(known.hostAccount)}pakket'
    settings: union(settings, platform)
    allowedClients: allowedClients
    alwaysReady: alwaysReady
  }
}

module roles 'roles.bicep' = {
  params: {
    known: known
    principalId: app.outputs.principalId
    custom: {
      exchangeKeys: definitions.outputs.exchangeKeysId
      systemKeys: definitions.outputs.systemKeysId
      auditWriter: definitions.outputs.auditWriterId
    }
  }
}

output principalId string = app.outputs.principalId
output host string = app.outputs.host
