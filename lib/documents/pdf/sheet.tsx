import { Document, Page, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { styles } from './style';
import { Wordmark } from './wordmark';

interface SheetProps {
  readonly title: string;
  /** What names this one: a booking's reference, an invoice's number. */
  readonly name: string;
  /** Under the name, where it says something. */
  readonly date?: string;
  readonly author: string | undefined;
  readonly language: string;
  readonly issuedAt: Date;
  readonly children: ReactNode;
}

/** An A4 document with our name and its own at the top. */
export function Sheet({ title, name, date, author, language, issuedAt, children }: SheetProps) {
  return (
    <Document
      title={`${title} ${name}`}
      author={author}
      language={language}
      creationDate={issuedAt}
      modificationDate={issuedAt}
    >
      <Page size="A4" style={styles.page}>
        <View style={styles.top}>
          <Wordmark />
          <View style={{ alignItems: 'flex-end' }}>
            <Text style={styles.title}>{title}</Text>
            <Text style={styles.bold}>{name}</Text>
            {date && <Text style={styles.muted}>{date}</Text>}
          </View>
        </View>
        {children}
      </Page>
    </Document>
  );
}
