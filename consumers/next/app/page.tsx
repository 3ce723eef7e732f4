import { serverClient } from '@/bytespike';
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { balanceOptions, GenerationPanel, modelsOptions, pricingOptions } from 'bytespike-react/react-query';
import { Suspense } from 'react';

export default function Page() {
  return (
    <Suspense>
      <Studio />
    </Suspense>
  );
}

async function Studio() {
  const client = await serverClient();
  const queryClient = new QueryClient(); // of this request alone
  await Promise.all([
    queryClient.prefetchQuery(balanceOptions(client)),
    queryClient.prefetchQuery(modelsOptions(client)),
    queryClient.prefetchQuery(pricingOptions(client)),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <GenerationPanel persist="studio" />
    </HydrationBoundary>
  );
}
