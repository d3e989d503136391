import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { ApiError } from './lib/api.ts';
import { Choices } from './parts/Choices.tsx';
import { Toasts } from './parts/Toast.tsx';

const TRIES = 3;
/** A refusal stays one; a server that is away is asked again. Freshness comes by events, not by age. */
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < TRIES && !(error instanceof ApiError && error.status < 500),
    },
  },
});

const root = document.getElementById('app');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Choices>
          <Toasts>
            <App />
          </Toasts>
        </Choices>
      </QueryClientProvider>
    </StrictMode>,
  );
}
