metadata description = 'What the parameters are made of.'

@export()
@description('Tags of every resource.')
type labels = {
  *: string
}

@export()
@description('A body that fetches its files over SFTP (P10).')
type municipality = {
  @description('The party id of the protocol file; also the name of its container.')
  @minLength(3)
  @maxLength(63)
  party: string

  @description('Public IPv4 addresses or ranges (up to /30) from which it connects.')
  addresses: string[]
}

@export()
@description('One alarm on what the logs say. The texts are read in a mail.')
type alarm = {
  name: string
  title: string
  text: string
  @description('Returns rows only when there is something to say.')
  query: string
  @description('0 critical to 4 verbose.')
  severity: 0 | 1 | 2 | 3 | 4
  @description('How far back each evaluation looks (ISO 8601).')
  window: string
  @description('How often it is evaluated (ISO 8601).')
  every: string
  @description('Told to the data protection officers too.')
  toDpo: bool
  @description('How long it is not told again (ISO 8601); without it every evaluation tells.')
  mute: string?
}

@export()
@description('What of a store or vault has an address of its own.')
type storePart = 'blob' | 'queue' | 'table' | 'vault'

@export()
@description('One address that is reached privately.')
type privateTarget = {
  name: string
  id: string
  part: storePart
}
