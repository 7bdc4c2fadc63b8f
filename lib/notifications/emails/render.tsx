import { render } from '@react-email/render';
import type { EmailContent } from './content';
import { Badge, Button, Crossing, Frame, Heading, Paragraph, Reference, Sums, Title } from './frame';

function Letter({ content }: { readonly content: EmailContent }) {
  const { badge, sums, advice } = content;
  return (
    <Frame
      locale={content.locale}
      title={content.subject}
      preview={content.preview}
      siteUrl={content.siteUrl}
      question={content.question}
    >
      {badge && <Badge>{badge}</Badge>}
      <Title>{content.title}</Title>
      {content.paragraphs.map((paragraph) => (
        <Paragraph key={paragraph}>{paragraph}</Paragraph>
      ))}
      {content.crossings.map((crossing) => (
        <Crossing key={crossing.heading} {...crossing} />
      ))}
      <Reference label={content.reference.label} reference={content.reference.value} />
      <Button href={content.button.href}>{content.button.label}</Button>
      {sums && (
        <>
          <Heading>{sums.title}</Heading>
          <Sums rows={sums.rows} />
        </>
      )}
      {advice && (
        <>
          <Heading>{advice.title}</Heading>
          {advice.lines.map((line) => (
            <Paragraph key={line}>{line}</Paragraph>
          ))}
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
  const crossings = content.crossings.map(
    ({ heading, ship, departure, arrival, duration }) =>
      `${heading} · ${ship}\n${departure.day} ${departure.time} ${departure.port}\n${arrival.day} ${arrival.time} ${arrival.port} (${duration})`,
  );
  const sums =
    content.sums &&
    [
      content.sums.title,
      ...content.sums.rows.map(([label, figure]) => pair(content.locale, label, figure)),
    ].join('\n');
  const advice = content.advice && [content.advice.title, ...content.advice.lines].join('\n');
  return [
    content.title,
    ...content.paragraphs,
    ...crossings,
    pair(content.locale, content.reference.label, content.reference.value),
    `${content.button.label}\n${content.button.href}`,
    sums,
    advice,
    content.question,
    'Voilà Ferry',
  ]
    .filter((part) => part !== null)
    .join('\n\n');
}
