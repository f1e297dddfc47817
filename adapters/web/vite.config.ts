// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

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

/** The messages of the frame and of the worklist; the others come with the first screen that is opened after it. */
const firstWords =
  /^(nav|skip|search|preferences|language|languageName|theme|density|keyboard|singleKeys|logOut|logIn|loading|unreachable|tryAgain|connection|dismiss|close|save|nobody|views|held|greeting|sentence|group|worklist|filter|clock|span|stage|escalation|waiting|header|account\.title)(\.|$)|^enum\.channel\.|^action\.newComplaint$/;

// Messages are taken apart when the UI is built, so that no browser has to carry what takes them apart.
function takenApart(): Plugin {
  return {
    name: 'taken-apart',
    enforce: 'pre',
    transform(code, id) {
      const asked = /\/i18n\/\w\w\.json(\?first|\?rest)?$/.exec(id);
      if (!asked) return null;
      const isWanted = (name: string) => !asked[1] || firstWords.test(name) === (asked[1] === '?first');
      const messages = Object.entries(JSON.parse(code) as Record<string, string>).filter(([name]) => isWanted(name));
      const apart = messages.map(([name, text]) => [name, text.includes('{') ? parse(text, { captureLocation: false }) : text]);
      return { code: JSON.stringify(Object.fromEntries(apart)), map: null };
    },
  };
}

/** The page names the program too, so that the browser fetches it together with what comes first. */
function programAhead(): Plugin {
  return {
    name: 'program-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter(one => one.type === 'chunk');
        const program = chunks.find(one => Object.keys(one.modules).some(id => id.endsWith('/src/main.tsx')));
        if (!program) throw new Error('the build has no program');
        return [{ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${program.fileName}` }, injectTo: 'head' }];
      },
    },
  };
}

// `npm run dev` speaks to a server that runs already. The token stands in for the log-in; it is in the environment of the developer, never in the build.
const server = process.env.REDRESS_URL ?? 'http://127.0.0.1:8080';
const token = process.env.REDRESS_TOKEN;
const actor = process.env.REDRESS_ACTOR ?? 'staff-01';
const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}`, 'X-Redress-Actor': actor } : {};

// Until the server has a log-in, development does without: whoever has the token is somebody. Not in any build.
function standIn(): Plugin {
  const session = {
    name: actor,
    display_name: process.env.REDRESS_NAME ?? 'Ilze Bērziņa',
    staff_id: actor,
    roles: ['handler'],
    language: 'en',
    may: ['decide-mail', 'read-outbox', 'read-users'],
  };
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

export default defineConfig(({ command }) => ({
  resolve: {
    alias:
      command === 'build'
        ? [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: '@formatjs/icu-messageformat-parser/no-parser.js' }]
        : [],
  },
  esbuild: { jsx: 'automatic' },
  plugins: [takenApart(), packed(), programAhead(), standIn()],
  build: {
    target: 'es2022',
    outDir: process.env.REDRESS_WEB_OUT ?? 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: { onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning) },
  },
  server: {
    proxy: { '/api': { target: server, headers } },
  },
  // The test runner's own part.
  test: { environment: 'jsdom', include: ['tests/unit/**/*.test.{ts,tsx}'] },
}));
