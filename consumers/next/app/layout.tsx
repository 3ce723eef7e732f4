import { Providers } from '@/app/providers';
import { currentUser } from '@/session';
import 'bytespike-react/styles.css';
import { headers } from 'next/headers';
import { type ReactNode, Suspense } from 'react';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Suspense>
          <SignedIn>{children}</SignedIn>
        </Suspense>
      </body>
    </html>
  );
}

async function SignedIn({ children }: { children: ReactNode }) {
  const user = await currentUser({ headers: await headers() }); // your own session
  if (user === undefined) return <a href="/sign-in">Sign in</a>;
  // By its key: another user gets another of everything.
  return (
    <Providers key={user.id} userId={user.id}>
      {children}
    </Providers>
  );
}
