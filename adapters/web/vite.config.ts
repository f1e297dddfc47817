// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

// The server gives what lies packed beside a file to browsers that take it, so packing costs nobody a moment at run time.
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    writeBundle(options) {
      const folder = join(options.dir ?? 'dist', 'assets');
      for (const name of readdirSync(folder)) {
        if (!/\.(js|css)$/.test(name)) continue;
        const content = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}

// `npm run dev` speaks to a server that runs already. The token stands in for the log-in; it is in the environment of the developer, never in the build.
const server = process.env.REDRESS_URL ?? 'http://127.0.0.1:8080';
const token = process.env.REDRESS_TOKEN;
const actor = process.env.REDRESS_ACTOR ?? 'staff-01';

// Until the server has a log-in, development does without: whoever has the token is somebody. Not in any build.
function standIn(): Plugin {
  const session = { name: actor, display_name: process.env.REDRESS_NAME ?? 'Ilze Bērziņa', staff_id: actor, roles: ['handler'], language: 'en' };
  return {
    name: 'stand-in',
    apply: 'serve',
    configureServer(dev) {
      dev.middlewares.use('/api/v1/session', (request, response, next) => {
        if (!token) return next();
        response.statusCode = request.method === 'DELETE' ? 204 : 200;
        response.setHeader('Content-Type', 'application/json');
        response.end(request.method === 'DELETE' ? undefined : JSON.stringify(session));
      });
    },
  };
}

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  plugins: [packed(), standIn()],
  build: { target: 'es2022', outDir: process.env.REDRESS_WEB_OUT ?? 'dist', emptyOutDir: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  server: {
    proxy: { '/api': { target: server, headers: token ? { Authorization: `Bearer ${token}`, 'X-Redress-Actor': actor } : {} } },
  },
  test: { environment: 'jsdom', include: ['tests/unit/**/*.test.{ts,tsx}'] },
} as Parameters<typeof defineConfig>[0]);
