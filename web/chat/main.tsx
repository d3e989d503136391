import { render } from 'preact';
import { App } from './App.tsx';
import { startChat } from './chat.ts';

const root = document.getElementById('app');
if (root) render(<App chat={startChat()} />, root);
