// SPDX-License-Identifier: Apache-2.0
// The running program against its own description (openapi.json): for every operation, requests that fit it and requests that do not, made from a seed and shrunk
// when one shows a fault. Whatever is sent, the answer is documented and of its schema, nothing fails, and what does not fit is never accepted.
//
//   REDRESS_PROGRAM=… npm run contract            REDRESS_SEED=… for other requests, REDRESS_RUNS=… times as many
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { withProgram } from '../../scripts/program.mjs';
import { Api } from './api.mjs';
import { brokenTexts, fitting, unfit } from './inputs.mjs';
import { prepare } from './prepared.mjs';

const program = process.env.REDRESS_PROGRAM;
const seed = Number(process.env.REDRESS_SEED ?? 20_260_302);
const times = Number(process.env.REDRESS_RUNS ?? 1);
const leastRequests = 2000;

// What is sent in a header is what HTTP lets stand there.
const headerText = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 }).map(text => text.trim() || 'x');

function parameterValue(parameter, known, api) {
  const fits = api.fits(parameter.schema);
  const invented = parameter.in === 'header' ? headerText.filter(text => fits(text)) : fitting(parameter.schema, api.resolve).map(String);
  const seen = known[parameter.name] ?? [];
  const asked = invented.filter(text => parameter.in === 'header' || text.length < 500);
  const filled = asked.filter(text => parameter.in !== 'path' || (!['', '.', '..'].includes(text) && !text.includes('\0')));
  return seen.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...seen) }, { weight: 1, arbitrary: filled }) : filled;
}

// The parameters of a request by name, those that may be left out sometimes left out.
function parametersOf(operation, known, api) {
  const all = operation.parameters ?? [];
  const values = Object.fromEntries(all.map(one => [one.name, parameterValue(one, known, api)]));
  return fc.record(values, { requiredKeys: all.filter(one => one.required || one.name === 'X-Redress-Actor').map(one => one.name) });
}

function bodyType(operation) {
  return operation.requestBody && Object.keys(operation.requestBody.content)[0];
}

function bodySchema(operation) {
  return operation.requestBody?.content[bodyType(operation)].schema;
}

const isJson = operation => bodyType(operation) === 'application/json';

function bodyOf(operation, api) {
  if (!operation.requestBody) return fc.constant(undefined);
  const value = fitting(bodySchema(operation), api.resolve);
  return isJson(operation) ? value.map(one => JSON.stringify(one)) : value;
}

function targetOf(operation, parameters) {
  let target = operation.path;
  const query = new URLSearchParams();
  for (const { name, in: place } of operation.parameters ?? []) {
    if (parameters[name] === undefined) continue;
    if (place === 'path') target = target.replace(`{${name}}`, encodeURIComponent(parameters[name].toWellFormed?.() ?? parameters[name]));
    if (place === 'query') query.append(name, parameters[name]);
  }
  return query.size === 0 ? target : `${target}?${query}`;
}

function headersOf(operation, parameters, type = bodyType(operation)) {
  const headers = { 'Content-Type': type };
  for (const { name, in: place } of operation.parameters ?? []) if (place === 'header') headers[name] = parameters[name];
  return headers;
}

// One operation and what may be sent to it.
class Trial {
  constructor(api, operation, known) {
    Object.assign(this, { api, operation, known });
    this.parameters = parametersOf(operation, known, api);
    this.body = bodyOf(operation, api);
  }

  send(parameters, body, more = {}) {
    const { operation } = this;
    return this.api.send(more.method ?? operation.method, targetOf(operation, parameters), {
      headers: { ...headersOf(operation, parameters, more.type), ...more.headers },
      body,
    });
  }

  async holds(runs, inputs, check) {
    await fc.assert(fc.asyncProperty(...inputs, check), { seed, numRuns: runs * times, includeErrorInReport: true });
  }

  conforms(answer) {
    const fault = this.api.faultOf(this.operation, answer);
    assert.equal(fault, undefined, fault);
  }

  refuses(answer) {
    this.conforms(answer);
    assert.ok(answer.status >= 400, `what does not fit was accepted with ${answer.status}: ${answer.body}`);
  }

  whatFits() {
    return this.holds(12, [this.parameters, this.body], async (parameters, body) => this.conforms(await this.send(parameters, body)));
  }

  async unfitBodies() {
    if (!this.operation.requestBody) return;
    if (isJson(this.operation)) {
      const schema = bodySchema(this.operation);
      const wrong = unfit(schema, this.api.resolve, this.api.fits(schema)).map(value => JSON.stringify(value));
      await this.holds(16, [this.parameters, wrong], async (parameters, body) => this.refuses(await this.send(parameters, body)));
      const broken = brokenTexts.filter(text => text.length > 0 || this.operation.requestBody.required);
      await this.holds(8, [this.parameters, broken], async (parameters, body) => this.refuses(await this.send(parameters, body)));
    }
    const types = fc.constantFrom(
      'text/html',
      'application/x-www-form-urlencoded',
      'application/jsonp',
      'multipart/form-data; boundary=x',
      'nothing',
      undefined,
    );
    await this.holds(4, [this.parameters, this.body, types], async (parameters, body, type) => {
      const answer = await this.api.send(this.operation.method, targetOf(this.operation, parameters), {
        headers: { ...headersOf(this.operation, parameters), 'Content-Type': type },
        body: body === '' ? 'x' : body,
      });
      this.refuses(answer);
    });
  }

  async unfitParameters() {
    for (const parameter of this.operation.parameters ?? []) {
      const { schema } = parameter;
      const read = schema.type === 'integer' ? text => (/^-?\d{1,15}$/.test(text) ? Number(text) : text) : text => text;
      const fits = this.api.fits(schema);
      const inventions =
        parameter.in === 'header'
          ? headerText
          : fc.oneof(
              fc.string(),
              fc.integer().map(String),
              fc.constantFrom('', ' ', '0', '-1', '1e3', '0x10', '999999', '9999999999999999999'),
            );
      const isTyped = schema.type !== 'string' || schema.enum || schema.format || schema.pattern;
      if (!isTyped || parameter.in === 'path') continue;
      const wrong = inventions.filter(text => !fits(read(text)));
      await this.holds(8, [this.parameters, this.body, wrong], async (parameters, body, value) =>
        this.refuses(await this.send({ ...parameters, [parameter.name]: value }, body)),
      );
    }
  }

  async unknownPlaces() {
    for (const { name } of (this.operation.parameters ?? []).filter(one => one.in === 'path'))
      await this.holds(4, [this.parameters, this.body, fc.string({ minLength: 1 })], async (parameters, body, value) =>
        this.refuses(await this.send({ ...parameters, [name]: `unknown-${value}` }, body)),
      );
  }

  async withoutAToken() {
    if (this.operation.security?.length === 0) return;
    await this.holds(
      2,
      [this.parameters, this.body, fc.constantFrom(undefined, 'Bearer guess', 'Basic YTpi')],
      async (parameters, body, Authorization) => {
        const answer = await this.send(parameters, body, { headers: { Authorization } });
        this.conforms(answer);
        assert.equal(answer.status, 401);
      },
    );
  }

  async otherMethods() {
    const documented = Object.keys(this.api.description.paths[this.operation.path]).map(method => method.toUpperCase());
    const others = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'].filter(method => !documented.includes(method));
    await this.holds(2, [this.parameters, fc.constantFrom(...others)], async (parameters, method) => {
      const answer = await this.send(parameters, method === 'TRACE' ? undefined : '', { method });
      assert.ok([404, 405].includes(answer.status), `${method} was answered ${answer.status}`);
    });
  }
}

const checks = ['whatFits', 'unfitBodies', 'unfitParameters', 'unknownPlaces', 'withoutAToken', 'otherMethods'];

test('the program keeps to its description', { skip: program ? false : 'REDRESS_PROGRAM names no program' }, async suite => {
  await withProgram(program, async ({ address, token }) => {
    const description = await (await fetch(`${address}/api/v1/openapi.json`)).json();
    const api = new Api(address, token, description);
    const known = await prepare(api);
    for (const operation of api.operations())
      await suite.test(`${operation.method} ${operation.path}`, async one => {
        const trial = new Trial(api, operation, known);
        for (const check of checks) await one.test(check, () => trial[check]());
      });
    console.log(`seed ${seed}: ${api.requests} requests to ${api.operations().length} operations`);
    assert.ok(api.requests >= leastRequests, `${api.requests} requests are too few`);
  });
});
