'use client';

import { ConversationCanvas } from 'bytespike-react';
import { useBalance, useImageConversation, useModels } from 'bytespike-react/react-query';
import 'bytespike-react/styles/base.css';
import 'bytespike-react/styles/conversation-canvas.css';

/** A picture that is changed turn by turn, and is there again after a reload under the same name. */
export function Canvas({ persist }: { persist: string }) {
  return <ConversationCanvas conversation={useImageConversation({ persist })} catalog={useModels().catalog} balance={useBalance()} />;
}
