import { Icon } from '@/components/ui/icon';

export interface Question {
  readonly question: string;
  readonly answer: string;
}

/** Questions and answers, the first one open. */
export function Questions({ list }: { readonly list: readonly Question[] }) {
  return (
    <div className="faq">
      {list.map(({ question, answer }, index) => (
        <details key={question} open={index === 0}>
          <summary>
            {question}
            <Icon name="chevron-down" />
          </summary>
          <p>{answer}</p>
        </details>
      ))}
    </div>
  );
}
