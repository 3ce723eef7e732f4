import { proxy } from '~/bytespike.server';

export const loader = ({ request }: { request: Request }) => proxy(request);
export const action = ({ request }: { request: Request }) => proxy(request);
