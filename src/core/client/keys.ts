/** Where things lie in the app's own cache. The first element tells them from everybody else's. */
export const keys = {
  all: ['bytespike'],
  tasks: ['bytespike', 'task'],
  task: (taskId: string) => ['bytespike', 'task', taskId],
  submit: ['bytespike', 'submit'],
  generate: ['bytespike', 'generate'],
  edit: ['bytespike', 'edit'],
  upload: ['bytespike', 'upload'],
  models: ['bytespike', 'models'],
  pricing: ['bytespike', 'pricing'],
  balance: ['bytespike', 'balance'],
  usage: (query: object) => ['bytespike', 'usage', query],
} as const;
