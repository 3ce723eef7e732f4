import 'bytespike-react/styles.css';
import { GenerationPanel } from 'bytespike-react/swr';
import { Providers } from './providers.tsx';

export default function Page({ userId }: { userId: string | undefined }) {
  if (!userId) return <a href="/sign-in">Sign in</a>;
  // By its key: another user gets another of everything.
  return (
    <Providers key={userId} userId={userId}>
      <GenerationPanel persist="studio" />
    </Providers>
  );
}
