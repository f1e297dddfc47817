// SPDX-License-Identifier: Apache-2.0
// A real OpenID provider for the tests: node-oidc-provider with one client and everybody it is asked about. It ends when its standard input does.
//   node provider.mjs PORT RETURN_ADDRESS [KEY_NAME]
// Whoever logs in as NAME is the subject NAME with the verified address NAME@dzintara-maja.example; "unverified-NAME" has it unverified.
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { Provider } from 'oidc-provider';

const [port, returnAddress, keyName = 'key-1', algorithm = 'RS256'] = process.argv.slice(2);
const pair = algorithm === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = { ...pair.privateKey.export({ format: 'jwk' }), kid: keyName, use: 'sig', alg: algorithm };

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: 'redress',
      client_secret: 'the secret of the client',
      redirect_uris: [returnAddress],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      id_token_signed_response_alg: algorithm,
    },
  ],
  jwks: { keys: [key] },
  cookies: { keys: ['of the tests'] },
  pkce: { required: () => true },
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false,
  async findAccount(_, id) {
    const name = id.replace(/^unverified-/, '');
    return { accountId: id, claims: async () => ({ sub: id, email: `${name}@dzintara-maja.example`, email_verified: name === id }) };
  },
});

const server = createServer(provider.callback());
server.listen(Number(port), '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
