// SPDX-License-Identifier: Apache-2.0
// A small set of line icons, drawn for 20 by 20. They are never the only bearer of a meaning.
const shapes = {
  list: 'M3.5 5h13M3.5 10h13M3.5 15h8',
  board: 'M3.5 4h3.500v12H3.500zM8.500 4h3.500v8H8.500zM13.500 4h3v10h-3z',
  calendar: 'M3.5 5.5h13v11h-13zM3.5 9h13M7 3v4M13 3v4',
  mail: 'M3 5.5h14v9.5H3zM3 6l7 5 7-5',
  shield: 'M10 3l6 2v5c0 4-2.6 6.2-6 7.5C6.6 16.200 4 14 4 10V5zM7.500 10l2 2 3.200-3.700',
  people:
    'M7.500 9.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400zM2.500 16c.3-2.700 2.300-4.200 5-4.200s4.700 1.500 5 4.200M13 4.500a2.500 2.500 0 0 1 0 4.800M14.500 12c1.800.5 2.800 1.900 3 4',
  search: 'M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM13 13l4 4',
  plus: 'M10 4v12M4 10h12',
  tick: 'M4 10.500l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.200l2.700 1.800',
  phone:
    'M6.500 3.500l2 4-1.500 1.300a9 9 0 0 0 4.200 4.200l1.300-1.500 4 2c0 2-1.200 3-2.700 3C8.500 16.500 3.500 11.500 3.500 6.200c0-1.500 1-2.700 3-2.700z',
  person: 'M10 10a3.200 3.200 0 1 0 0-6.400A3.200 3.200 0 0 0 10 10zM4 16.500c.4-3 2.800-4.500 6-4.500s5.600 1.500 6 4.500',
  sliders: 'M4 6h6M14 6h2M4 14h2M10 14h6M12 4v4M8 12v4',
  pen: 'M4 16l1-4 8.500-8.500 3 3L8 15zM12 5l3 3',
  letter: 'M5 3h7l3 3v11H5zM12 3v3h3M7.500 10h5M7.500 13h5',
  left: 'M12.500 5l-5 5 5 5',
  right: 'M7.500 5l5 5-5 5',
  down: 'M5 7.500l5 5 5-5',
  warning: 'M10 3.500l7 12.500H3zM10 8.500v3.500M10 14v.2',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  dots: 'M5 10h.1M10 10h.1M15 10h.1',
  chat: 'M3.500 4.500h13v9h-7l-3.500 3v-3h-2.500z',
  globe: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM3 10h14M10 3c2.500 2.300 2.500 11.700 0 14M10 3c-2.500 2.300-2.500 11.700 0 14',
  key: 'M7 12.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM10.500 9H17v3M14 9v2.500',
  book: 'M10 5.500c-1.500-1.200-3.500-1.500-6-1.500v11c2.500 0 4.500.3 6 1.500 1.500-1.200 3.500-1.500 6-1.500v-11c-2.500 0-4.500.3-6 1.500zM10 5.500v11',
  undo: 'M7 5L3.500 8.500 7 12M4 8.500h8a4 4 0 0 1 0 8H8',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={shapes[name]} />
    </svg>
  );
}

export const channelIcons: Record<string, IconName> = {
  email: 'mail',
  phone: 'phone',
  'web-form': 'globe',
  chat: 'chat',
  social: 'people',
  post: 'letter',
  'in-person': 'person',
};
