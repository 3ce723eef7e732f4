import { proxy } from '@/bytespike';

export { proxy as GET, proxy as HEAD, proxy as POST };
