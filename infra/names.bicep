metadata description = 'The names of everything, known before anything exists: a preview of a deployment shows what it would do.'

@export()
type names = {
  app: string
  network: string
  hostAccount: string
  exchangeAccount: string
  dropAccount: string
  auditAccount: string
  exchangeVault: string
  systemVault: string
  insights: string
}

@export()
@description('Names from a prefix of three to eleven characters and a suffix of six: accounts have at most 24 characters, without dashes.')
func namesOf(prefix string, suffix string) names => {
  app: '${prefix}-${suffix}'
  network: '${prefix}-${suffix}-net'
  hostAccount: '${prefix}host${suffix}'
  exchangeAccount: '${prefix}uitw${suffix}'
  dropAccount: '${prefix}afha${suffix}'
  auditAccount: '${prefix}logb${suffix}'
  exchangeVault: '${prefix}-uitw-${suffix}'
  systemVault: '${prefix}-syst-${suffix}'
  insights: '${prefix}-${suffix}-inzicht'
}

@export()
func blobsOf(account string) string => 'https://${account}.blob.${environment().suffixes.storage}/'

@export()
func tablesOf(account string) string => 'https://${account}.table.${environment().suffixes.storage}/'

@export()
func vaultOf(name string) string => 'https://${name}${environment().suffixes.keyvaultDns}/'
