import CssMinimizerPlugin from 'css-minimizer-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';

const code = { test: /\.tsx?$/, loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false, allowImportingTsExtensions: false } } };
const path = (name) => new URL(name, import.meta.url).pathname;

const browser = {
  entry: './src/browser.tsx',
  output: { path: path('dist/client'), filename: 'main.js', chunkFilename: '[name].[contenthash].js', publicPath: '/', clean: true },
  module: { rules: [code, { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] }] },
  plugins: [new MiniCssExtractPlugin({ filename: 'main.css' })],
  optimization: { minimizer: ['...', new CssMinimizerPlugin()] },
  devServer: { proxy: [{ context: '/api/bytespike', target: 'http://localhost:3000' }] },
};

const server = {
  entry: './src/rendered.tsx',
  target: 'node24',
  output: { path: path('dist/server'), filename: 'rendered.js', module: true, library: { type: 'module' }, clean: true },
  experiments: { outputModule: true },
  // What is installed is imported as it is; sheets are of no use to who renders.
  externals: [/^[@a-z](?!.*\.css$)/],
  externalsType: 'module',
  module: { rules: [code, { test: /\.css$/, type: 'asset/resource', generator: { emit: false } }] },
};

// Sizes are watched elsewhere.
export default [browser, server].map((config) => ({ ...config, resolve: { extensions: ['...', '.ts', '.tsx'] }, performance: false }));
