// Every word in English: those that everybody has, and those that come with the form of a batch.
import { english, type Messages } from 'bytespike-react';
import { englishMany } from 'bytespike-react/components/batch-form';

export const allWords: Required<Messages> = { ...english, many: englishMany };
