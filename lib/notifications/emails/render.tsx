import { render } from '@react-email/render';
import type { EmailContent } from './content';
import { Frame, Gap, Note, Part, Perforation, Poster, Sheet } from './frame';
import { Badge, Button, Crossing, Paragraph, Reference, Sums, Title } from './parts';
import { text } from './style';

function Letter({ content }: { readonly content: EmailContent }) {
  const { badge, sums, advice, crossings, siteUrl } = content;
  return (
    <Frame
      locale={content.locale}
      title={content.subject}
      preview={content.preview}
      siteUrl={siteUrl}
      question={content.question}
    >
      {content.poster && <Poster siteUrl={siteUrl} />}
      <Sheet under={content.poster}>
        <Part padding="32px 32px 24px">
          {badge && <Badge>{badge}</Badge>}
          <Title>{content.title}</Title>
          {content.paragraphs.map((paragraph) => (
            <Paragraph key={paragraph}>{paragraph}</Paragraph>
          ))}
        </Part>
        {crossings.flatMap((crossing) => [
          <Part key={crossing.heading} padding="8px 32px 24px">
            <Crossing {...crossing} />
          </Part>,
          <Perforation key={`${crossing.heading} edge`} />,
        ])}
        <Part padding="20px 32px 32px">
          <Reference label={content.reference.label} reference={content.reference.value} />
          <Button href={content.button.href}>{content.button.label}</Button>
        </Part>
      </Sheet>
      {sums && (
        <>
          <Gap />
          <Sheet>
            <Part padding="28px 32px">
              <Sums {...sums} />
            </Part>
          </Sheet>
        </>
      )}
      {advice && (
        <>
          <Gap />
          <Note title={advice.title}>
            {advice.points.map(([lead, rest]) => (
              <p key={lead} className="i1" style={text(16, 25, { margin: '0 0 8px' })}>
                <b>{lead}</b> {rest}
              </p>
            ))}
          </Note>
        </>
      )}
    </Frame>
  );
}

/** The HTML of an e-mail. */
export function renderHtml(content: EmailContent): Promise<string> {
  return render(<Letter content={content} />);
}

/** `Total : 749,16 €` in French, `Total: …` elsewhere. */
function pair(locale: EmailContent['locale'], label: string, value: string): string {
  return `${label}${locale === 'fr' ? '\u00a0' : ''}: ${value}`;
}

/** The text part: written for itself, not the HTML with its tags torn off. */
export function renderText(content: EmailContent): string {
  const { locale, sums, advice } = content;
  const crossings = content.crossings.map(
    ({ heading, ship, departure, arrival, duration }) =>
      `${heading} · ${ship} (${duration})\n  ${departure.day}, ${departure.time}, ${departure.port}\n  ${arrival.day}, ${arrival.time}, ${arrival.port}`,
  );
  const parts = [
    content.title,
    ...content.paragraphs,
    ...crossings,
    pair(locale, content.reference.label, content.reference.value),
    `${pair(locale, content.button.label, '')}\n${content.button.href}`.replace(': \n', ':\n'),
    sums &&
      [
        sums.title,
        ...[...sums.rows, sums.total].map(([label, figure]) => `  ${pair(locale, label, figure)}`),
      ].join('\n'),
    advice && [advice.title, ...advice.points.map(([lead, rest]) => `  ${lead} ${rest}`)].join('\n'),
    content.question,
    'Voilà Ferry',
  ];
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
}
