/** What a part of the page says that the network did not bring. */
export const NOT_LOADED = 'This part of the page could not be loaded. Check the connection and try again.'
