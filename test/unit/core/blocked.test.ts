import { describe, expect, it } from 'vitest';
import { isBlocked } from '../../../src/core/outcome/blocked.js';
import { taskError } from '../../../src/core/outcome/failure.js';
import { failedImage } from '../../../src/server/answers/task-as-image.js';

const BLOCKED = [
  'content_policy_violation',
  'CONTENT_POLICY_VIOLATION',
  'ContentPolicyViolation',
  'content-filter',
  'content_filtered',
  'policy_violation',
  'watermark_detected',
  'moderation_blocked',
  'safety_blocked',
  'SAFETY',
  'image_safety',
  'blocked',
  'prompt_blocked',
  'nsfw',
  'NSFW_CONTENT',
  'PROHIBITED_CONTENT',
  'prohibited_content',
  'ResponsibleAIPolicyViolation',
  'sensitive_content_detected',
];
const NOT_BLOCKED = ['', 'task_failed', 'internal_error', 'timeout', 'account_blocked', 'ip_blocked', 'retention_policy', 'thread_unblocked', 'permission_denied'];

describe('what a safety filter stopped', () => {
  it.each(BLOCKED)('is told by %s, to the client and to the proxy alike', (code) => {
    const error = { code, message: 'No.' };
    expect(isBlocked(code)).toBe(true);
    expect(taskError({ taskId: 't', status: 'failed', assets: [], cost: { billed: 'no' }, error })?.code).toBe('safety_blocked');
    expect(failedImage(error, new Headers(), (text) => text).init.status).toBe(451);
  });

  it.each(NOT_BLOCKED)('is not told by "%s"', (code) => {
    expect(isBlocked(code)).toBe(false);
    expect(failedImage({ code, message: 'No.' }, new Headers(), (text) => text).init.status).toBe(500);
  });
});
