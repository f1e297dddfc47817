// SPDX-License-Identifier: Apache-2.0
// The fields of a command, drawn from its schema: a choice of few as buttons, of many as a list, parts of the complaint by their words and not by their
// identifiers, days and moments in the field for them, sentences in a box that grows.
import { type ReactNode, useId } from 'react';
import type { FieldSchema } from '../api/forms';
import { useOrganisation } from '../api/queries';
import { useSay, useWords } from '../i18n';
import { useTimes } from '../i18n/times';
import { DateField, MomentField } from '../ui/date_field';
import { type Choice, partsNamed, useFormComplaint } from './context';
import { firstParts, isLong, isStaff, layouts } from './layout';
import { FileField, Money, PointAnswers, Records, Texts } from './special_fields';

export interface FieldProps {
  schema: FieldSchema;
  name: string;
  command: string;
  value: unknown;
  onChange: (value: unknown) => void;
  required: boolean;
  wrong: boolean;
}

type Values = Record<string, unknown>;

export function useFieldWords(command: string, name: string): { label: string; hint: string } {
  const words = useWords();
  const own = `field.${command}.${name}`;
  const hints = [`hint.${command}.${name}`, `hint.${name}`];
  const hint = hints.find(one => words.has(one));
  return { label: words.say(words.has(own) ? own : `field.${name}`), hint: hint ? words.say(hint) : '' };
}

/** The label, the hint and the fault of one field around whatever is filled in. */
export function FieldFrame({
  props,
  group,
  children,
}: {
  props: FieldProps;
  group?: boolean;
  children: (id: string, describedBy: string) => ReactNode;
}) {
  const say = useSay();
  const id = useId();
  const { label, hint } = useFieldWords(props.command, props.name);
  const title = (
    <>
      {label}{' '}
      {!props.required && !layouts[props.command]?.core?.includes(props.name) && <span className="optional">{say('optional')}</span>}
    </>
  );
  const rest = (
    <>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {children(id, hint ? `${id}-hint` : '')}
      {props.wrong && <p className="wrong">{say('field.needed')}</p>}
    </>
  );
  if (group)
    return (
      <fieldset className="field" data-field={props.name}>
        <legend>{title}</legend>
        {rest}
      </fieldset>
    );
  return (
    <div className="field" data-field={props.name}>
      <label htmlFor={id}>{title}</label>
      {rest}
    </div>
  );
}

function Choices({ props, choices }: { props: FieldProps; choices: Choice[] }) {
  const say = useSay();
  const value = String(props.value ?? '');
  if (choices.length > 4 || choices.some(one => one.text.length > 34))
    return (
      <FieldFrame props={props}>
        {(id, describedBy) => (
          <select
            id={id}
            className="select"
            value={value}
            aria-invalid={props.wrong || undefined}
            aria-describedby={describedBy || undefined}
            onChange={event => props.onChange(event.target.value)}
          >
            <option value="">{say(choices.length === 0 ? 'choose.nothing' : 'choose')}</option>
            {choices.map(one => (
              <option key={one.value} value={one.value}>
                {one.text}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
    );
  return (
    <FieldFrame props={props} group>
      {id => (
        <div className="choices">
          {choices.map(one => (
            <label key={one.value} className="choice">
              <input type="radio" name={id} value={one.value} checked={value === one.value} onChange={() => props.onChange(one.value)} />
              {one.text}
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}

function Several({ props, choices }: { props: FieldProps; choices: Choice[] }) {
  const chosen = (props.value as string[] | undefined) ?? [];
  return (
    <FieldFrame props={props} group>
      {() => (
        <div className="choices">
          {choices.map(one => (
            <label key={one.value} className="choice">
              <input
                type="checkbox"
                checked={chosen.includes(one.value)}
                onChange={event =>
                  props.onChange(event.target.checked ? [...chosen, one.value] : chosen.filter(other => other !== one.value))
                }
              />
              {one.text}
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}

function useChoices({ schema, name, command }: FieldProps): Choice[] | null {
  const words = useWords();
  const times = useTimes();
  const complaint = useFormComplaint();
  const organisation = useOrganisation().data;
  const item = schema.items ?? schema;
  if (item.enum) {
    return item.enum.map(value => {
      const own = `enum.${name}.${value}`;
      return { value, text: words.has(own) ? words.say(own) : value };
    });
  }
  if (name === 'situation') return (organisation?.situations ?? []).map(value => ({ value, text: words.say(`situation.${value}`) }));
  const among = complaint ? layouts[command]?.among?.(complaint) : undefined;
  if (isStaff(name))
    return (organisation?.staff ?? [])
      .filter(one => !among || among.includes(one.id))
      .map(one => ({ value: one.id, text: `${one.name}, ${one.title}` }));
  return complaint ? partsNamed(name, complaint, { say: id => words.say(id), day: times.day, moment: times.moment }) : null;
}

function Text({ props }: { props: FieldProps }) {
  const value = String(props.value ?? '');
  return (
    <FieldFrame props={props}>
      {(id, describedBy) => {
        const shared = {
          id,
          value,
          'aria-invalid': props.wrong || undefined,
          'aria-describedby': describedBy || undefined,
          'aria-required': props.required,
        };
        if (isLong(props.name))
          return <textarea {...shared} className="area" rows={3} onChange={event => props.onChange(event.target.value)} />;
        return (
          <input
            {...shared}
            className="input"
            type={props.name === 'email' ? 'email' : 'text'}
            onChange={event => props.onChange(event.target.value)}
          />
        );
      }}
    </FieldFrame>
  );
}

export function Field(props: FieldProps) {
  const { schema, name } = props;
  const choices = useChoices(props);
  if (name === 'answers') return <PointAnswers {...props} />;
  if (schema.properties?.minor_units) return <Money {...props} />;
  if (choices) return schema.type === 'array' ? <Several props={props} choices={choices} /> : <Choices props={props} choices={choices} />;
  if (schema.items?.properties) return <Records {...props} />;
  if (schema.type === 'array') return <Texts {...props} />;
  if (schema.properties)
    return (
      <FieldFrame props={props} group>
        {() => (
          <Fields schema={schema} command={props.command} value={(props.value as Values) ?? {}} onChange={props.onChange} nested={name} />
        )}
      </FieldFrame>
    );
  if (schema.format === 'date' || schema.format === 'date-time') {
    const Chosen = schema.format === 'date' ? DateField : MomentField;
    return (
      <FieldFrame props={props}>
        {(id, describedBy) => (
          <Chosen id={id} value={String(props.value ?? '')} onChange={props.onChange} invalid={props.wrong} describedBy={describedBy} />
        )}
      </FieldFrame>
    );
  }
  if (schema.type === 'integer')
    return (
      <FieldFrame props={props}>
        {(id, describedBy) => (
          <input
            id={id}
            className="input number amount"
            inputMode="numeric"
            aria-invalid={props.wrong || undefined}
            aria-describedby={describedBy || undefined}
            value={String(props.value ?? '')}
            onChange={event => props.onChange(Number(event.target.value) || undefined)}
          />
        )}
      </FieldFrame>
    );
  return <Text props={props} />;
}

interface FieldsProps {
  schema: FieldSchema;
  command: string;
  value: Values;
  onChange: (value: Values) => void;
  /** Paths of the fields that are still needed. */
  wrong?: string[];
  path?: string;
  /** The field whose parts these are. */
  nested?: string;
}

export function Fields({ schema, command, value, onChange, wrong = [], path = '', nested }: FieldsProps) {
  const say = useSay();
  const layout = nested ? {} : (layouts[command] ?? {});
  const names = Object.keys(schema.properties ?? {}).filter(name => !layout.without?.includes(name));
  const wanted = nested ? firstParts[nested] : layout.first;
  const isFirst = (name: string) => !wanted || wanted.includes(name) || schema.required?.includes(name);
  const order = (name: string) => (wanted?.indexOf(name) ?? -1) + (wanted?.includes(name) ? 0 : 100);
  const draw = (name: string) => {
    const field = schema.properties?.[name];
    if (!field) return null;
    const frame = { schema: field, name, command, value: value[name], required: schema.required?.includes(name) ?? false };
    if (name === 'content')
      return <FileField key={name} {...frame} wrong={false} onChange={() => undefined} onFile={file => onChange({ ...value, ...file })} />;
    return (
      <Field
        key={name}
        {...frame}
        wrong={wrong.includes(path ? `${path}.${name}` : name)}
        onChange={one => onChange({ ...value, [name]: one })}
      />
    );
  };
  const first = names.filter(isFirst).sort((a, b) => order(a) - order(b));
  const more = names.filter(name => !isFirst(name));
  return (
    <div className={`fields${nested ? ' parts' : ''}`}>
      {first.map(draw)}
      {more.length > 0 && (
        <details className="more" open={more.some(name => value[name] !== undefined && value[name] !== '') || undefined}>
          <summary>{say('more')}</summary>
          <div className="fields">{more.map(draw)}</div>
        </details>
      )}
    </div>
  );
}
