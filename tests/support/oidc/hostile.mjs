// SPDX-License-Identifier: Apache-2.0
// An OpenID provider that nobody should believe. It is honest in all but one thing, and which one is told with POST /trick; it ends when its standard input does.
//   node hostile.mjs PORT
// What it was given stands under GET /given, so that a test can tell whether any of it is told to anybody else.
import { createServer } from 'node:http';
import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';

const port = Number(process.argv[2]);
const issuer = `http://127.0.0.1:${port}`;
const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const swapped = generateKeyPairSync('rsa', { modulusLength: 2048 });
const published = { ...ours.publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', alg: 'RS256' };
const given = { nonces: [], codes: [], tokens: [], forms: [] };
let trick = 'none';

const base64url = value => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

function signedBy(key, claims) {
  const unsigned = `${base64url({ alg: 'RS256', kid: 'key-1' })}.${base64url(claims)}`;
  return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url')}`;
}

/** Signed with what everybody can read: the public key taken for a shared secret. */
function signedWithThePublicKey(claims) {
  const unsigned = `${base64url({ alg: 'HS256', kid: 'key-1' })}.${base64url(claims)}`;
  const secret = ours.publicKey.export({ format: 'pem', type: 'spki' });
  return `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`;
}

function idToken() {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, sub: 'subject-7', aud: 'redress', iat: now, exp: now + 600, nonce: given.nonces.at(-1), email: 'canary@dzintara-maja.example' };
  if (trick === 'another issuer') return signedBy(ours.privateKey, { ...claims, iss: 'https://evil.example' });
  if (trick === 'another nonce') return signedBy(ours.privateKey, { ...claims, nonce: 'another nonce' });
  if (trick === 'another audience') return signedBy(ours.privateKey, { ...claims, aud: 'another client' });
  if (trick === 'expired') return signedBy(ours.privateKey, { ...claims, iat: now - 300, exp: now - 120 });
  if (trick === 'swapped key') return signedBy(swapped.privateKey, claims);
  if (trick === 'no signature') return `${base64url({ alg: 'none' })}.${base64url(claims)}.`;
  if (trick === 'public key as secret') return signedWithThePublicKey(claims);
  return signedBy(ours.privateKey, claims);
}

const json = (answer, value) => answer.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));

function discovery(answer) {
  if (trick === 'discovery elsewhere') return answer.writeHead(302, { Location: `${issuer}/discovery-elsewhere` }).end();
  if (trick === 'discovery slow') return undefined;
  if (trick === 'discovery huge') return answer.writeHead(200).end(`{"issuer":"${'x'.repeat(1024 * 1024)}"}`);
  if (trick === 'discovery no JSON') return answer.writeHead(200).end('<html>');
  const told = {
    issuer: trick === 'another name' ? 'https://evil.example' : issuer,
    authorization_endpoint: `${trick === 'log-in without TLS' ? 'http://id.example.org' : issuer}/authorize`,
    token_endpoint: `${trick === 'code without TLS' ? 'http://id.example.org' : issuer}/token`,
    jwks_uri: `${trick === 'keys without TLS' ? 'http://id.example.org' : issuer}/keys`,
    code_challenge_methods_supported: trick === 'no PKCE' ? ['plain'] : ['S256'],
    authorization_response_iss_parameter_supported: true,
  };
  return json(answer, told);
}

function authorize(query, answer) {
  const code = `the code ${given.codes.length}`;
  given.nonces.push(query.get('nonce'));
  given.codes.push(code);
  const said = { code, state: query.get('state'), iss: trick === 'another issuer on the way back' ? 'https://evil.example' : issuer };
  if (trick === 'silent about itself') delete said.iss;
  answer.writeHead(303, { Location: `${query.get('redirect_uri')}?${new URLSearchParams(said)}` }).end();
}

function token(answer) {
  if (trick === 'token elsewhere') return answer.writeHead(307, { Location: `${issuer}/token-elsewhere` }).end();
  if (trick === 'token slow') return undefined;
  if (trick === 'token huge') return json(answer, { id_token: idToken(), padding: 'x'.repeat(1024 * 1024) });
  if (trick === 'token refused') return answer.writeHead(400, { 'Content-Type': 'application/json' }).end('{"error":"invalid_grant","error_description":"canary"}');
  if (trick === 'no token') return json(answer, { access_token: 'canary' });
  given.tokens.push(idToken());
  return json(answer, { id_token: given.tokens.at(-1), access_token: 'canary' });
}

const server = createServer((request, answer) => {
  const address = new URL(request.url, issuer);
  let body = '';
  request.on('data', bytes => (body += bytes));
  request.on('end', () => {
    if (address.pathname === '/trick') return ((trick = body), answer.writeHead(204).end());
    if (address.pathname === '/given') return json(answer, given);
    if (address.pathname === '/.well-known/openid-configuration') return discovery(answer);
    if (address.pathname === '/authorize') return authorize(address.searchParams, answer);
    if (address.pathname === '/keys') return json(answer, { keys: [published] });
    given.forms.push({ to: address.pathname, body });
    return address.pathname === '/token' ? token(answer) : answer.writeHead(200).end('{}');
  });
});
server.listen(port, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
