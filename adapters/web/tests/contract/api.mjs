// SPDX-License-Identifier: Apache-2.0
// The API as its description says it is: which operations there are, what an answer of each may be, and whether one is that.
import { request as ask } from 'node:http';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const methods = ['get', 'put', 'post', 'delete', 'patch'];

export class Api {
  constructor(address, token, description) {
    this.address = address;
    this.token = token;
    this.description = description;
    this.requests = 0;
    this.ajv = addFormats(new Ajv({ strict: false, allErrors: false }), ['date', 'date-time']);
    this.ajv.addSchema(description, 'api');
    this.validators = new Map();
  }

  resolve = reference =>
    reference
      .slice(2)
      .split('/')
      .reduce((at, part) => at[part], this.description);

  // A function that tells whether a value is of the schema.
  fits(schema) {
    const key = JSON.stringify(schema);
    if (!this.validators.has(key)) {
      const absolute = JSON.parse(key, (name, value) => (name === '$ref' ? `api${value}` : value));
      this.validators.set(key, this.ajv.compile(absolute));
    }
    return this.validators.get(key);
  }

  operations() {
    return Object.entries(this.description.paths).flatMap(([path, item]) =>
      methods.filter(method => item[method]).map(method => ({ path, method: method.toUpperCase(), ...item[method] })),
    );
  }

  // Answers status, headers and body. What streams is read no further than its header.
  send(method, target, { headers = {}, body } = {}) {
    this.requests += 1;
    const sent = { Authorization: `Bearer ${this.token}`, ...headers };
    for (const name of Object.keys(sent)) if (sent[name] === undefined) delete sent[name];
    if (body !== undefined || ['POST', 'PUT', 'PATCH'].includes(method)) sent['Content-Length'] = Buffer.byteLength(body ?? '');
    return new Promise((resolve, reject) => {
      const asked = ask(this.address + target, { method, headers: sent }, answer => {
        const stream = answer.headers['content-type']?.startsWith('text/event-stream');
        const parts = [];
        const done = () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) });
        if (stream) {
          asked.destroy();
          done();
          return;
        }
        answer.on('data', part => parts.push(part));
        answer.once('end', done);
        answer.once('error', reject);
      });
      asked.once('error', reject);
      asked.end(body);
    });
  }

  // What is wrong with an answer, by the description; undefined when nothing is.
  faultOf(operation, answer) {
    const { status } = answer;
    if (status >= 500) return `it failed with ${status}: ${answer.body}`;
    const documented = operation.responses[status] ?? (status >= 400 ? operation.responses.default : undefined);
    if (!documented) return `the status ${status} is not documented`;
    if (!documented.content) return answer.body.length > 0 ? `${status} has a body, and should have none` : undefined;
    const type = (answer.headers['content-type'] ?? '').split(';')[0];
    const form = documented.content[type];
    if (!form) return `the type "${type}" of ${status} is not documented`;
    if (!type.endsWith('json')) return undefined;
    const fits = this.fits(form.schema);
    return fits(JSON.parse(answer.body.toString()))
      ? undefined
      : `the answer ${status} is not of its schema: ${this.ajv.errorsText(fits.errors)}: ${answer.body}`;
  }
}
