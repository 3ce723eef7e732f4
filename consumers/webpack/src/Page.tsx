import { useState } from 'react';
import { App } from './App.tsx';
import { Clip } from './Clip.tsx';
import { Cover } from './Cover.tsx';

export default function Page({ userId }: { userId: string | undefined }) {
  const [cover, setCover] = useState<string>();
  if (!userId) return <a href="/sign-in">Sign in</a>;
  return (
    <App key={userId} userId={userId}>
      <Clip />
      <Cover onCover={setCover} />
      {cover !== undefined && <img src={cover} alt="Cover" width={256} />}
    </App>
  );
}
