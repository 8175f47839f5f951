// Azurite ends when whoever started it ends: its standard input closes then, whatever killed the parent.
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();
require('azurite/dist/src/azurite.js');
