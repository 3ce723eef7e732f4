import { clientFor } from '~/bytespike.server';
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { balanceOptions, GenerationPanel, modelsOptions, pricingOptions } from 'bytespike-react/react-query';
import { useLoaderData } from 'react-router';

export async function loader({ request }: { request: Request }) {
  const client = clientFor(request);
  const queryClient = new QueryClient(); // of this request alone
  await Promise.all([
    queryClient.prefetchQuery(balanceOptions(client)),
    queryClient.prefetchQuery(modelsOptions(client)),
    queryClient.prefetchQuery(pricingOptions(client)),
  ]);
  return { known: dehydrate(queryClient) };
}

export default function Studio() {
  const { known } = useLoaderData<typeof loader>();
  return (
    <HydrationBoundary state={known}>
      <GenerationPanel persist="studio" />
    </HydrationBoundary>
  );
}
