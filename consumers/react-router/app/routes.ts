import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [index('routes/studio.tsx'), route('api/bytespike/*', 'routes/api.bytespike.$.ts')] satisfies RouteConfig;
