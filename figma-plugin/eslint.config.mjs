import parser from '@typescript-eslint/parser'
import figma from '@figma/eslint-plugin-figma-plugins'

const languageOptions = (project) => ({ parser, parserOptions: { project, tsconfigRootDir: import.meta.dirname } })

const rules = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-var': 'error',
  'prefer-const': 'error',
  'no-console': 'error',
  'no-debugger': 'error',
  'no-eval': 'error',
  'no-implicit-globals': 'error',
  'no-shadow': 'error',
  'no-unreachable': 'error',
  'no-useless-return': 'error',
}

export default [
  { ignores: ['dist/', 'build/', 'node_modules/'] },
  { files: ['src/ui/**/*.ts', 'test/**/*.ts'], languageOptions: languageOptions('./tsconfig.json'), rules },
  // Where the Plugin API is called, what dynamic pages forbid is an error.
  {
    files: ['src/main/**/*.ts', 'src/shared/**/*.ts'],
    languageOptions: languageOptions('./tsconfig.main.json'),
    plugins: { '@figma/figma-plugins': figma },
    rules: {
      ...rules,
      ...Object.fromEntries(Object.keys(figma.rules).map((rule) => [`@figma/figma-plugins/${rule}`, 'error'])),
    },
  },
]
