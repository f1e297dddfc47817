// SPDX-License-Identifier: Apache-2.0
// The templates that letters are drafted from, in each language: which parts, in which order, and when each of them is left out.
import { useLocation, useSearch } from 'wouter';
import { ProblemError } from '../../api/client';
import { useLanguage, useSay, useWords } from '../../i18n';
import { NotRead } from '../../ui/not_read';
import { type Template, useTemplate, useTemplates } from './queries';
import { RuleTabs } from './tabs';

function Paragraph({ part }: { part: Template['paragraphs'][number] }) {
  const say = useSay();
  const words = useWords();
  const contents = part.states.map(one => (words.has(`contents.${one}`) ? words.say(`contents.${one}`) : one));
  const notes = [
    part.for_each ? say('rules.forEach', { what: part.for_each }) : '',
    part.needs.length > 0 ? say('rules.onlyWith', { what: part.needs.join(', ') }) : '',
    part.unless.length > 0 ? say('rules.unless', { what: part.unless.join(', ') }) : '',
    contents.length > 0 ? say('rules.says', { what: contents.join(', ') }) : '',
  ].filter(Boolean);
  return (
    <li className="quote">
      <p className="said">{part.text}</p>
      {notes.length > 0 && (
        <p className="small soft" lang={words.language}>
          {notes.join(' · ')}
        </p>
      )}
    </li>
  );
}

/** The paragraphs of each block, in the order of the recipe. */
function Body({ template }: { template: Template }) {
  const say = useSay();
  const pageLanguage = useLanguage();
  const ordered = [...new Set([...template.recipe, ...template.paragraphs.map(one => one.block)])];
  return (
    <article className="card stack" lang={template.language}>
      <h2>{template.subject}</h2>
      {ordered.map(block => {
        const parts = template.paragraphs.filter(one => one.block === block);
        if (parts.length === 0) return null;
        return (
          <section key={block} className="stack">
            <h3 className="soft" lang={pageLanguage}>
              {say(`enum.block.${block}`)}
            </h3>
            <ul className="stack">
              {parts.map((part, index) => (
                <Paragraph key={index} part={part} />
              ))}
            </ul>
          </section>
        );
      })}
    </article>
  );
}

function One({ language, kind }: { language: string; kind: string }) {
  const say = useSay();
  const template = useTemplate(language, kind);
  if (template.error instanceof ProblemError && template.error.status === 404) return <p className="empty">{say('rules.noTemplate')}</p>;
  if (template.isError) return <NotRead failure={template.error} onTryAgain={template.refetch} />;
  return template.data ? <Body template={template.data} /> : <div className="empty" aria-busy="true" />;
}

export function LettersScreen() {
  const say = useSay();
  const pageLanguage = useLanguage();
  const [, goTo] = useLocation();
  const query = new URLSearchParams(useSearch());
  const list = useTemplates();
  const all = list.data?.templates ?? [];
  const language = query.get('language') ?? pageLanguage;
  const kinds = [...new Set(all.map(one => one.kind))];
  const kind = query.get('kind') ?? kinds[0] ?? '';
  const go = (part: { language?: string; kind?: string }) => goTo(`/rules/letters?${new URLSearchParams({ language, kind, ...part })}`);
  return (
    <div className="stack narrow" style={{ gap: '1.5rem' }}>
      <RuleTabs at="letters" />
      <header>
        <h1 tabIndex={-1}>{say('rules.lettersTitle')}</h1>
        <p className="soft">{say('rules.lettersLead')}</p>
      </header>
      {list.isError && <NotRead look="notice" failure={list.error} onTryAgain={list.refetch} />}
      {kind && (
        <>
          <div className="line filters">
            <select className="select" aria-label={say('rules.letter')} value={kind} onChange={event => go({ kind: event.target.value })}>
              {kinds.map(one => (
                <option key={one} value={one}>
                  {say(`enum.kind.${one}`)}
                </option>
              ))}
            </select>
            <fieldset className="choices">
              <legend className="hidden">{say('language')}</legend>
              {[...new Set(all.map(one => one.language))].map(one => (
                <label key={one} className="choice" lang={one}>
                  <input type="radio" name="template-language" checked={one === language} onChange={() => go({ language: one })} />
                  {say(`languageName.${one}`)}
                </label>
              ))}
            </fieldset>
          </div>
          <One language={language} kind={kind} />
        </>
      )}
    </div>
  );
}
