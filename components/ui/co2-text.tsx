import { Fragment } from 'react';

/** A text in which the 2 of CO2 stands lower: the font has no letter for it. */
export function Co2Text({ text }: { readonly text: string }) {
  return text.split('CO2').map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text do not move
    <Fragment key={index}>
      {index > 0 && (
        <>
          CO<sub>2</sub>
        </>
      )}
      {part}
    </Fragment>
  ));
}
