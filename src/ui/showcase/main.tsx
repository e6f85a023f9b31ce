// A page for looking at every part in every state. Served by `npm run dev` under /src/ui/showcase/showcase.html; it is no
// input of the build, so it never ships.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Showcase } from './Showcase.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element with the id "root".')
createRoot(root).render(
  <StrictMode>
    <Showcase />
  </StrictMode>,
)
