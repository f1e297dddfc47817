// SPDX-License-Identifier: Apache-2.0
// Why a mail was put aside. The server says it in one language, for its log and its own words; those it says most have words here.
import { useSay, useWords } from '../../i18n';

const machine = /^a machine wrote it \(([a-z-]+)\)$/;
/** The complaint whose letter the mail answers, or that it names. */
const named = /, about (R-[0-9A-Z]{4}-[0-9A-Z]{4})$/;
const known: Record<string, string> = {
  'it has neither subject nor text': 'mail.reason.empty',
  'it is empty': 'mail.reason.empty',
  'it has no header': 'mail.reason.noHeader',
  'it names no sender we could answer': 'mail.reason.noSender',
  'it names several senders': 'mail.reason.senders',
};

export function useReasonText(): (reason: string) => string {
  const say = useSay();
  const words = useWords();
  const cause = (text: string) => {
    const kind = machine.exec(text)?.[1];
    if (kind && words.has(`mailClass.${kind}`)) return say('mail.reason.machine', { kind: say(`mailClass.${kind}`) });
    const name = known[text];
    return name ? say(name) : text;
  };
  return reason => {
    const about = named.exec(reason);
    return about ? `${cause(reason.slice(0, about.index))} · ${about[1]}` : cause(reason);
  };
}
