// SPDX-License-Identifier: Apache-2.0
// The fields whose form matters: several lines, rows of a schedule, an answer to each point, an amount, a file.
import { useId } from 'react';
import { useSay } from '../i18n';
import { Button } from '../ui/button';
import { tell } from '../ui/toast';
import { useFormComplaint } from './context';
import { Field, FieldFrame, type FieldProps, Fields } from './fields';

type Values = Record<string, unknown>;

/** One line for each; a new one appears with Enter. */
export function Texts(props: FieldProps) {
  const say = useSay();
  const texts = (props.value as string[] | undefined)?.length ? (props.value as string[]) : [''];
  const change = (index: number, text: string) => props.onChange(texts.map((one, at) => (at === index ? text : one)));
  const add = (at: number) => props.onChange([...texts.slice(0, at + 1), '', ...texts.slice(at + 1)]);
  return (
    <FieldFrame props={props} group>
      {id => (
        <div className="stack">
          {texts.map((text, index) => (
            <div key={index} className="numbered">
              <span className="soft number" aria-hidden="true">
                {index + 1}
              </span>
              <textarea
                id={`${id}-${index}`}
                className="area line-area"
                rows={1}
                aria-label={say('texts.item', { number: index + 1 })}
                value={text}
                onChange={event => change(index, event.target.value)}
                onKeyDown={event => {
                  if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey) return;
                  event.preventDefault();
                  add(index);
                  requestAnimationFrame(() => document.getElementById(`${id}-${index + 1}`)?.focus());
                }}
              />
              {texts.length > 1 && (
                <Button
                  look="quiet"
                  icon="cross"
                  aria-label={say('texts.remove', { number: index + 1 })}
                  onClick={() => props.onChange(texts.filter((_, at) => at !== index))}
                />
              )}
            </div>
          ))}
          <Button look="quiet" icon="plus" className="start" onClick={() => add(texts.length - 1)}>
            {say('texts.add')}
          </Button>
        </div>
      )}
    </FieldFrame>
  );
}

/** Records of several fields each: what, who, by when. */
export function Records(props: FieldProps) {
  const say = useSay();
  const records = (props.value as Values[] | undefined) ?? [];
  return (
    <FieldFrame props={props} group>
      {() => (
        <div className="stack">
          {records.map((record, index) => (
            <div key={index} className="record" role="group" aria-label={say('texts.item', { number: index + 1 })}>
              <Fields
                nested={props.name}
                schema={props.schema.items ?? {}}
                command={props.command}
                value={record}
                onChange={changed => props.onChange(records.map((one, at) => (at === index ? changed : one)))}
              />
              <Button
                look="quiet"
                icon="cross"
                aria-label={say('texts.remove', { number: index + 1 })}
                onClick={() => props.onChange(records.filter((_, at) => at !== index))}
              />
            </div>
          ))}
          <Button look="quiet" icon="plus" className="start" onClick={() => props.onChange([...records, {}])}>
            {say(props.name === 'promises' ? 'promises.add' : 'texts.add')}
          </Button>
        </div>
      )}
    </FieldFrame>
  );
}

/** Every point of the complaint, with its finding and why. Nothing is sent for a point that was answered before and is not touched. */
export function PointAnswers(props: FieldProps) {
  const complaint = useFormComplaint();
  const answers = (props.value as Values[] | undefined) ?? [];
  const fields = props.schema.items?.properties ?? {};
  const change = (point: string, part: Values) => {
    const others = answers.filter(one => one.point !== point);
    const before = answers.find(one => one.point === point) ?? { point };
    props.onChange([...others, { ...before, ...part }]);
  };
  return (
    <FieldFrame props={props} group>
      {() => (
        <ol className="stack">
          {complaint?.points.map(point => {
            const answer = answers.find(one => one.point === point.id) ?? {
              finding: point.finding ?? undefined,
              explanation: point.explanation,
            };
            const shared = { command: props.command, required: true, wrong: false };
            return (
              <li key={point.id} className="record wide">
                <div className="fields">
                  <p className="point-text">{point.text}</p>
                  {fields.finding && (
                    <Field
                      {...shared}
                      schema={fields.finding}
                      name="finding"
                      value={answer.finding}
                      onChange={finding => change(point.id, { ...answer, finding })}
                    />
                  )}
                  {fields.explanation && (
                    <Field
                      {...shared}
                      schema={fields.explanation}
                      name="explanation"
                      value={answer.explanation}
                      onChange={explanation => change(point.id, { ...answer, explanation })}
                    />
                  )}
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </FieldFrame>
  );
}

/** An amount as people write it; the smallest unit of the currency is the engine's affair. */
export function Money(props: FieldProps) {
  const say = useSay();
  const id = useId();
  const money = (props.value as { minor_units?: number; currency?: string } | undefined) ?? {};
  const change = (text: string) => {
    const amount = Number(text.replace(',', '.'));
    props.onChange(
      text.trim() === '' || Number.isNaN(amount) ? undefined : { minor_units: Math.round(amount * 100), currency: money.currency ?? 'EUR' },
    );
  };
  return (
    <FieldFrame props={props} group>
      {() => (
        <div className="line money">
          <input
            id={id}
            className="input number"
            inputMode="decimal"
            aria-label={say('money.amount')}
            defaultValue={money.minor_units === undefined ? '' : (money.minor_units / 100).toFixed(2)}
            onChange={event => change(event.target.value)}
          />
          <span>{money.currency ?? 'EUR'}</span>
        </div>
      )}
    </FieldFrame>
  );
}

const largestFile = 10 * 1024 * 1024;

/** Reads a file into the fields name, type and content of its command. */
export function FileField(props: FieldProps & { onFile?: (file: Values) => void }) {
  const say = useSay();
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > largestFile) {
      tell(say('file.tooLarge'), 'refused');
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    props.onFile?.({ name: file.name, type: file.type || 'application/octet-stream', content: btoa(text) });
  };
  return (
    <FieldFrame props={props}>
      {id => <input id={id} className="input" type="file" onChange={event => void take(event.target.files?.[0])} />}
    </FieldFrame>
  );
}
