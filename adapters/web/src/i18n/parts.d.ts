// SPDX-License-Identifier: Apache-2.0
// Parts of a catalogue, as vite.config.ts makes them.
declare module '*.json?first' {
  const catalogue: unknown;
  export default catalogue;
}
declare module '*.json?rest' {
  const catalogue: unknown;
  export default catalogue;
}
