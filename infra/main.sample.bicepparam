// Invented values on reserved names (RFC 2606, RFC 5737). Copy to main.bicepparam, which is not committed, and fill in.
using 'main.bicep'

param prefix = 'gegdeel'
param tags = { toepassing: 'gegevensdeling' }

param municipalities = [
  { party: 'ocmw-voorbeeldstad', addresses: ['192.0.2.10'] }
  { party: 'ocmw-proefdorp', addresses: ['198.51.100.0/29', '198.51.100.20'] }
]

param sender = 'gegevensdeling@opgroeien.example'
param teamsAppId = '11111111-1111-4111-8111-111111111111'
param teamsRecipients = 'dpo@opgroeien.example=44444444-4444-4444-8444-444444444444'

// The section Identity of the configuration. 'tid' is the tenant of a body, 'oid' the lasting id of a person in Entra ID.
param identity = string({
  Issuers: [
    {
      Issuer: 'https://login.voorbeeldstad.example/22222222-2222-4222-8222-222222222222/v2.0'
      Audience: 'api://33333333-3333-4333-8333-333333333333'
      MetadataAddress: 'https://login.voorbeeldstad.example/22222222-2222-4222-8222-222222222222/v2.0/.well-known/openid-configuration'
      PartyClaim: 'tid'
      Parties: { '22222222-2222-4222-8222-222222222222': 'ocmw-voorbeeldstad' }
      Roles: { MaatschappelijkWerker: 'maatschappelijk-werker' }
      SubjectClaim: 'oid'
    }
  ]
})

param operatorMail = 'beheer@verwerker.example'
param dpoMails = ['fg@opgroeien.example', 'fg@voorbeeldstad.example']
param operatorAddresses = ['203.0.113.7']
